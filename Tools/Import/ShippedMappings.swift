/// The mappings that ship, by the name of their files.
public enum ShippedMappings {
  public static let all: [String: String] = [
    "crunchbase-2013-companies": text(PackageResources.crunchbase_2013_companies_yaml),
    "crunchbase-2013-rounds": text(PackageResources.crunchbase_2013_rounds_yaml),
    "crunchbase-2013-acquisitions": text(PackageResources.crunchbase_2013_acquisitions_yaml),
    "warn-notice-register": text(PackageResources.warn_notice_register_yaml),
    "us-hq-moves": text(PackageResources.us_hq_moves_yaml),
    "sec-aaer": text(PackageResources.sec_aaer_yaml),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
