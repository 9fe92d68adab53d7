internal import CZlib

/// The gzip format (RFC 1952), as zlib writes and reads it: any `gunzip` reads what this writes.
public enum Gzip {
  /// Why bytes could not be taken apart.
  public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// - Parameter level: from 1, fast, to 9, small; 6 is zlib's own.
  public static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    var stream = z_stream()
    guard gzip_deflate_init(&stream, level) == Z_OK else { preconditionFailure("zlib cannot start: is memory left?") }
    defer { deflateEnd(&stream) }
    return bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = uInt(input.count)
      return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, uLong(input.count)))) { output, count in
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        let result = deflate(&stream, Z_FINISH)
        precondition(result == Z_STREAM_END, "the output has room for all of it")
        count = output.count - Int(stream.avail_out)
      }
    }
  }

  /// - Parameter count: how many bytes there are to be. No more are made of a small file that says that it is large.
  /// - Throws: `Failure` where the bytes are no gzip file, or not of so many bytes.
  public static func decompress(_ bytes: [UInt8], count: Int) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    guard gzip_inflate_init(&stream) == Z_OK else { throw Failure(description: "zlib cannot start") }
    defer { inflateEnd(&stream) }
    var result = Z_OK
    // One byte of room more than is expected, so that a longer content is noticed, and an empty one has room.
    let output = bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = uInt(input.count)
      return [UInt8](unsafeUninitializedCapacity: count + 1) { output, made in
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        result = inflate(&stream, Z_FINISH)
        made = output.count - Int(stream.avail_out)
      }
    }
    guard result == Z_STREAM_END, stream.avail_in == 0 else {
      throw Failure(description: "not a whole gzip file")
    }
    guard output.count == count else { throw Failure(description: "\(output.count) bytes where \(count) are to be") }
    return output
  }
}
