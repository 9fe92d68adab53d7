/// The candidate that differs least from `text` (Levenshtein distance), when at most a third of it differs.
public func nearest(to text: String, among candidates: [String]) -> String? {
  let limit = max(1, text.unicodeScalars.count / 3)
  let ranked = candidates.map { ($0, editDistance(text, $0)) }.filter { $0.1 <= limit }
  return ranked.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// Levenshtein distance in Unicode scalars; O(n·m) time, O(m) space.
func editDistance(_ a: String, _ b: String) -> Int {
  let left = Array(a.unicodeScalars)
  let right = Array(b.unicodeScalars)
  var row = Array(0...right.count)
  for (i, x) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in right.enumerated() {
      let above = row[j + 1]
      row[j + 1] = x == y ? diagonal : 1 + min(diagonal, above, row[j])
      diagonal = above
    }
  }
  return row[right.count]
}
