"""Sums, differences, products and order of decimals, by Python's `decimal` with room for every digit.

ExactDecimalTests compares with them: python3 decimals.py >decimals.tsv
"""
import decimal, random

decimal.getcontext().prec = 20_000
random.seed(20_240_611)


def number():
  digits = "".join(random.choice("0123456789") for _ in range(random.choice([1, 2, 5, 17, 40])))
  kind = random.randrange(4)
  if kind == 0:
    return random.choice(["", "-"]) + digits
  point = random.randrange(len(digits) + 1)
  text = random.choice(["", "-"]) + (digits[:point] or "0") + "." + (digits[point:] or "0")
  return text + (f"e{random.randint(-30, 30)}" if kind == 3 else "")


def canonical(value):
  sign, digits, exponent = value.normalize().as_tuple()
  text = "".join(map(str, digits)).lstrip("0")
  return "0" if not text else ("-" if sign else "") + text + f"e{exponent}"


for _ in range(300):
  left = number()
  right = left + "1" if random.random() < 0.1 and "e" not in left else number()
  a, b = decimal.Decimal(left), decimal.Decimal(right)
  print(left, right, canonical(a + b), canonical(a - b), canonical(a * b), int(a < b), sep="\t")
