import CanonicalJSON
import DealEvents
import DealProjections
import EventLog

/// JSON, events, and what stands in their fields.
let eventReaders: [String: Reader] = [
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
  "envelope": { bytes in
    guard let envelope = Envelope(bytes) else { return }
    require(Envelope(envelope.bytes) == envelope, "an envelope is read as something else")
    require((try? JSONReader.read(bytes)) != nil, "an envelope is no JSON")
  },
  "edtf": { bytes in
    guard let text = text(bytes), let date = try? EDTFDate(text) else { return }
    if let earliest = date.earliest, let latest = date.latest {
      require(earliest <= latest, "a date ends before it begins")
    }
  },
  "search": { bytes in
    guard let text = text(bytes) else { return }
    let words = SearchText.words(text)
    require(SearchText.words(words) == words, "words are parted into other words")
    _ = (SearchText.expression(text), SearchText.folded(text))
  },
]
