/// What a lesson reads too early, by where it does.
package struct EarlyReadIndex: Sendable {
  /// What blocks read, by their indices.
  package private(set) var ofBlocks: [Int: [EarlyRead]] = [:]
  /// What claims read first, by theirs.
  package private(set) var ofClaims: [Int: EarlyRead] = [:]

  /// Sorts reads to their places.
  package init(_ reads: [EarlyRead]) {
    for read in reads {
      switch read.reader {
      case .block(let block, _): ofBlocks[block, default: []].append(read)
      case .claim(let claim): ofClaims[claim] = ofClaims[claim] ?? read
      }
    }
  }
}
