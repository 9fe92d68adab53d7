/// How a claim stands.
public enum ClaimStatus: String, Choice {
  /// A source says so.
  case reported
  /// The company, a regulator, an exchange or a filing says so.
  case confirmed
  /// The one who should know says that it is not so.
  case denied
  /// No source stands behind it by name.
  case rumoured
}
