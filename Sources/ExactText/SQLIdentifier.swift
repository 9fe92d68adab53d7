extension String {
  /// The text as SQL takes it for one name (https://www.sqlite.org/lang_keywords.html), whatever is in it: names of tables come from files
  /// too, and a file may be a stranger's.
  package var sqlIdentifier: String { "\"" + escaping(["\"": "\"\""]) + "\"" }
}
