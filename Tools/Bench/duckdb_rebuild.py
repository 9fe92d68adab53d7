"""Loads JSON Lines with DuckDB and writes one timeline and one roll-up by subject; prints the seconds that it took."""
import sys
import time

import duckdb

lines, database = sys.argv[1:]
start = time.perf_counter()
connection = duckdb.connect(database)
connection.execute(
    """
    CREATE TABLE timeline AS
    SELECT subject, occurred, kind, status, id, data, len(sources) AS sources
    FROM read_json(?, format = 'newline_delimited') ORDER BY subject, occurred
    """,
    [lines],
)
connection.execute(
    """
    CREATE TABLE rollup AS
    SELECT subject, kind, count(*) AS claims, min(occurred) AS first, max(occurred) AS last FROM timeline GROUP BY ALL
    """
)
connection.close()
print(time.perf_counter() - start)
