extension RandomAccessCollection where Index == Int {
  /// The index of the first element that is `isBehind`, or the end; all elements after one that is are,
  /// too. Takes time with the logarithm of their number.
  package func firstIndexOfSorted(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
