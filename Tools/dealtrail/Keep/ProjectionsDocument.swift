import ArgumentParser
import DealProjections
import Projecting

extension Projections {
  struct Document: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "document",
      abstract: "Print a page in Markdown that explains every table of views.sqlite, with queries to start from.")

    func run() { StandardOutput.write(ViewsDocument.text) }
  }
}

/// The page that explains `views.sqlite` to those who open it with other programs; `docs/views.md` is this.
enum ViewsDocument {
  /// Questions and their SQL; a test runs each of them.
  static let queries: [(question: String, sql: String)] = [
    (
      "What happened to a company, with what it stands on?",
      "SELECT occurred, kind, title, status, sources, event FROM timeline\nWHERE subject = 'company/manus' ORDER BY ordinal;"
    ),
    (
      "Which companies left home furthest, and how much of that is known?",
      """
      SELECT subject, round(lower, 2) AS lower, round(value, 2) AS value, round(coverage, 2) AS coverage
      FROM indicator WHERE is_home = 1 AND value IS NOT NULL ORDER BY indicator.lower DESC LIMIT 10;
      """
    ),
    (
      "Which events does a dimension stand on?",
      """
      SELECT dimension, round(indicator_dimension.value, 2) AS value, id.value AS event
      FROM indicator_dimension, json_each(indicator_dimension.evidence) AS id
      WHERE subject = 'company/manus' ORDER BY ordinal;
      """
    ),
    (
      "How many days were there between the stages?",
      """
      SELECT a.subject, a.name AS first, b.name AS second, julianday(b.day) - julianday(a.day) AS days
      FROM playbook_step AS a JOIN playbook_step AS b ON b.subject = a.subject AND b.ordinal > a.ordinal
      WHERE a.type = 'stage' AND b.type = 'stage' ORDER BY a.subject, days;
      """
    ),
    (
      "Who needs a review, and what is missing?",
      "SELECT subject, rule, since, missing FROM policy ORDER BY subject;"
    ),
    (
      "Which probes are open, and for how long by a given day?",
      """
      SELECT subject, authority, opened, julianday('2026-06-30') - julianday(opened_day) AS days
      FROM docket WHERE type = 'probe' AND state = 'open' ORDER BY days DESC;
      """
    ),
    (
      "Who holds what, as last reported?",
      "SELECT subject, holder, stake, since FROM ownership WHERE until IS NULL AND stake IS NOT NULL ORDER BY subject;"
    ),
    (
      "Where did head offices go?",
      "SELECT country, count(*) AS companies FROM geography\nWHERE aspect = 'headquarters' AND since IS NOT NULL AND disputed = 0 GROUP BY country ORDER BY companies DESC;"
    ),
    (
      "How much came from where, as far as there are amounts and rates?",
      """
      SELECT subject, origin, country, round(sum(usd)) AS usd, count(*) - count(usd) AS without FROM capital
      GROUP BY subject, origin, country ORDER BY subject, usd DESC;
      """
    ),
    (
      "Who said what would happen?",
      "SELECT speaker, made, probability, statement, outcome FROM forecast ORDER BY subject, ordinal;"
    ),
    (
      "Which claims have a word in them?",
      """
      SELECT search_text.subject, search_text.title FROM search_text_words
      JOIN search_text ON search_text.row = search_text_words.rowid
      WHERE search_text_words MATCH 'benchmark' ORDER BY search_text_words.rank LIMIT 10;
      """
    ),
    (
      "What was found wrong by a projection, and how far does each stand?",
      "SELECT name, position FROM engine_projection WHERE generation = 'live' ORDER BY name;"
    ),
  ]

  static var text: String {
    var text = """
      # The tables of views.sqlite

      Made by `dealtrail projections document`; a test fails when this page differs, and runs every query in it.

      Everything in `views.sqlite` follows from the log: the file may be deleted, and is computed again. Open it with any program that reads
      SQLite: DB Browser, Datasette, DuckDB (`ATTACH 'views.sqlite' (TYPE sqlite)`), pandas (`pd.read_sql`), Python's `sqlite3`. Only read
      it: what others write is drift, which `dealtrail projections check` and the audit name. It stands for the log up to the positions in
      `engine_projection`; `dealtrail projections update` brings it up to date. Definitions and plug-ins of your own have tables of their
      own beside these: `dealtrail projections list`.

      Every table has `subject` (such as `company/manus`) and `ordinal` (from 1, the order of a subject's rows). Dates are texts in EDTF
      (ISO 8601-2) as far as they are known; days are `2025-06-18`. Lists are JSON arrays: unfold them with `json_each`. Null means
      that nothing is known, never zero.

      """
    for projection in BuiltInProjections.all() {
      text += "\n## \(projection.name), version \(projection.version)\n"
      for model in projection.models {
        text += "\n### `\(model.name)`\n\n\(model.meaning)\n\n| column | type | meaning |\n| --- | --- | --- |\n"
        for column in model.columns {
          text += "| `\(column.name)` | \(column.kind.rawValue) | \(column.meaning) |\n"
        }
      }
    }
    text += "\n## Questions\n"
    for (question, sql) in queries { text += "\n\(question)\n\n```sql\n\(sql)\n```\n" }
    return text
  }
}
