import CanonicalJSON
import Seeded

/// A company of the generator's, which keeps its names and its home from claim to claim.
struct GeneratedCompany {
  let latin: String
  let chinese: String
  let home: String

  init(_ number: Int) {
    var random = SplitMix64(seed: UInt64(number))
    latin = latinName(&random) + " AI"
    chinese = chineseName(&random) + "科技"
    home = ["CN", "CN", "CN", "US", "SG", "HK", "GB", "JP"][random.below(8)]
  }
}

func latinName(_ random: inout SplitMix64) -> String {
  let syllables = ["no", "va", "zen", "tri", "luma", "kor", "ai", "bit", "star", "deep"]
  let name = (0..<3).map { _ in syllables[random.below(10)] }.joined()
  return name.prefix(1).uppercased() + name.dropFirst()
}

func chineseName(_ random: inout SplitMix64) -> String {
  let characters = Array("智谱蝴蝶效应星辰云图深海未来灵动")
  return String((0..<4).map { _ in characters[random.below(characters.count)] })
}
