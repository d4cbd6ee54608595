// swift-tools-version: 5.9
import PackageDescription

let package = Package(
  name: "fractions",
  products: [.library(name: "Fractions", targets: ["Fractions"])],
  targets: [
    .target(name: "CDivisors"),
    .target(name: "Fractions", dependencies: ["CDivisors"]),
  ]
)
