import Auditing
import Foundation
import Mustache
import SQLiteLog

/// The pages of an audit: Markdown, JUnit XML, and one HTML file that needs no network.
struct AuditPage {
  private let content: PageContent
  private let suites: JUnitContent

  init(_ result: AuditResult, _ settings: AuditSettings, failOn: Severity?, log: SQLiteEventStore?) {
    content = PageBuilder(result, settings, log: log).content()
    suites = JUnitContent(result, failOn: failOn)
  }

  func html() throws -> String { try Self.render(PackageResources.audit_html_mustache, content) }

  func junit() throws -> String { try Self.render(PackageResources.audit_xml_mustache, suites) }

  func markdown() throws -> String {
    try Self.render(PackageResources.audit_md_mustache, content)
  }

  private static func render(_ template: [UInt8], _ content: Any) throws -> String {
    PageText.registered
    return try MustacheTemplate(string: String(decoding: template, as: UTF8.self)).render(content)
  }
}
