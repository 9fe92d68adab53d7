import ArgumentParser
import CanonicalJSON
import DealEvents
import EventLog

/// The words after `add KIND`, sorted into flags and the subject.
struct AddLine {
  var subject: String?
  var data = JSONObject()
  var values: [String: String] = [:]
  var switches: Set<String> = []
  var sources: [JSONObject] = []
  private let flags: AddFlags

  /// - Throws: `ValidationError` for a flag that is not known or lacks its value.
  init(_ words: [String], flags: AddFlags) throws {
    self.flags = flags
    var words = words[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        guard subject == nil else { throw ValidationError("\"\(word)\": one subject is enough, \(subject!) is given") }
        subject = word
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if name.hasPrefix("no-"), let flag = flags.all.first(where: { $0.name == name.dropFirst(3) && !$0.takesValue }) {
        given.append((flag, "false"))
        continue
      }
      guard let flag = flags.all.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: flags.all.map(\.name)).map { "; did you mean --\($0)?" } ?? ""
        throw ValidationError("there is no flag --\(name) here\(near)")
      }
      if !flag.takesValue {
        given.append((flag, parts.count == 2 ? String(parts[1]) : "true"))
      } else if parts.count == 2 {
        given.append((flag, String(parts[1])))
      } else {
        guard let value = words.popFirst(), !value.hasPrefix("--") else {
          throw ValidationError("--\(name) needs a value: \(flag.placeholder); one that begins with -- follows a =")
        }
        given.append((flag, value))
      }
    }
    for (flag, value) in given where flag.field == nil { try takeCommon(flag, value) }
  }

  private var given: [(flag: AddFlag, value: String)] = []

  private mutating func takeCommon(_ flag: AddFlag, _ value: String) throws {
    let members = [
      "source-title": "title", "publisher": "publisher", "published": "published", "retrieved": "retrieved",
      "quote": "quote", "archive": "archive", "grade": "grade", "upstream": "upstream",
    ]
    if flag.name == "source" {
      var source = JSONObject()
      source["url"] = .string(value)
      sources.append(source)
    } else if let member = members[flag.name] {
      // A source may have no address: a title or a publisher then begins it.
      if sources.isEmpty {
        guard flag.name == "source-title" || flag.name == "publisher" else {
          throw ValidationError(
            "--\(flag.name) goes after the --source, --source-title or --publisher that it is about")
        }
        sources.append(JSONObject())
      }
      sources[sources.count - 1][member] = .string(value)
    } else if !flag.takesValue {
      switch value.lowercased() {
      case "true", "yes", "1": switches.insert(flag.name)
      case "false", "no", "0": break
      default: throw ValidationError("--\(flag.name)=\(value) is neither true nor false")
      }
    } else {
      guard values.updateValue(value, forKey: flag.name) == nil else {
        throw ValidationError("--\(flag.name) is given twice")
      }
    }
  }

  /// Fills the data from the kind's own flags.
  /// - Returns: what is wrong with them.
  mutating func fillData(_ text: FieldText) throws -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (flag, value) in given {
      guard let field = flag.field else { continue }
      do {
        let json = try text.json(value, as: flag.type, field: flag.name.replacing("-", with: "_"))
        if let elements = json.array, let before = data[field.name]?.array {
          data[field.name] = .array(before + elements)
        } else {
          guard data[field.name] == nil else { throw FieldProblem(field: flag.name, reason: "is given twice") }
          data[field.name] = json
        }
      } catch let problem as FieldProblem {
        problems.append(FieldProblem(field: "--\(flag.name)", reason: problem.reason))
      }
    }
    return problems
  }

  /// A required word that may be "unknown", such as the stage of a round, is that when it is not given.
  mutating func fillUnknown() {
    for flag in flags.payload where flag.isRequired && flag.canBeUnknown {
      guard let field = flag.field, data[field.name] == nil, !given.contains(where: { $0.flag.name == flag.name })
      else {
        continue
      }
      data[field.name] = "unknown"
    }
  }

  /// A problem of a field, told by the flag that fills it.
  func told(_ problem: FieldProblem) -> FieldProblem {
    for flag in flags.payload {
      guard let field = flag.field, problem.field.hasPrefix("data." + field.name) else { continue }
      let rest = problem.field.dropFirst("data.".utf8.count + field.name.utf8.count)
      guard rest.isEmpty || rest.hasPrefix(".") || rest.hasPrefix("[") else { continue }
      return FieldProblem(field: "--\(flag.name)\(rest)", reason: problem.reason)
    }
    if problem.field == "occurred" { return FieldProblem(field: "--date", reason: problem.reason) }
    return problem
  }
}
