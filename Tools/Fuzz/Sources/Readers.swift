import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Transparency

/// What is fuzzed: readers of bytes that strangers may send. A reader refuses or accepts; what it accepts has to hold, and the
/// process ends where it does not.
let readers: [String: @Sendable ([UInt8]) -> Void] = [
  // What is read is written in canonical form, and that is read as the same.
  "json": { bytes in
    guard let value = try? JSONReader.read(bytes) else { return }
    let canonical = CanonicalWriter.bytes(of: value)
    require((try? JSONReader.read(canonical)) == value, "canonical JSON is read as something else")
  },
  // Data of every kind, and lines of a file.
  "events": { bytes in
    guard let json = try? JSONReader.read(bytes),
      let event = try? EventLine.event(from: json, defaults: EventLine.Defaults(recordedBy: "fuzz"))
    else { return }
    require(event.data != nil, "an event without data was accepted")
  },
  "edtf": { bytes in
    guard let text = String(validating: bytes, as: UTF8.self), let date = try? EDTFDate(text) else { return }
    if let earliest = date.earliest, let latest = date.latest {
      require(earliest <= latest, "a date ends before it begins")
    }
  },
  // A note that is read is written as it was.
  "note": { bytes in
    guard let note = try? Note(bytes) else { return }
    require(Array(note.description.utf8) == bytes, "a note is not the bytes that it was read from")
  },
  "checkpoint": { bytes in
    guard let signed = try? SignedCheckpoint(bytes) else { return }
    require(signed.checkpoint.text == signed.note.text, "a checkpoint is not the text that it was read from")
  },
  "envelope": { bytes in
    guard let envelope = Envelope(bytes) else { return }
    require(Envelope(envelope.bytes) == envelope, "an envelope is read as something else")
    require((try? JSONReader.read(bytes)) != nil, "an envelope is no JSON")
  },
  "yaml": { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    _ = try? PolicyDefinition(yaml: text, file: "fuzz.yaml")
    _ = try? IndicatorDefinition(yaml: text, file: "fuzz.yaml")
    _ = try? PlaybookDefinition(yaml: text, file: "fuzz.yaml")
  },
  "expression": { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    _ = try? ClaimExpression(text)
  },
  "search": { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let words = SearchText.words(text)
    require(SearchText.words(words) == words, "words are parted into other words")
    _ = (SearchText.expression(text), SearchText.folded(text))
  },
]

private func require(_ condition: Bool, _ what: String) {
  if !condition { fatalError(what) }
}
