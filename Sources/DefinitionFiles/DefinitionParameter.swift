/// A number that a definition file may set.
public struct DefinitionParameter: Sendable, Equatable {
  public var name: String
  public var standard: Double
  public var range: ClosedRange<Double>
  public var meaning: String

  public init(_ name: String, _ standard: Double, in range: ClosedRange<Double> = 0...1, _ meaning: String) {
    self.name = name
    self.standard = standard
    self.range = range
    self.meaning = meaning
  }
}
