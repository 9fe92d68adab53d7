// Checks a published Dealtrail log with the code that checks the Go checksum database: golang.org/x/mod/sumdb.
//
//	verify FOLDER KEY PROOF BETWEEN OLD
//
// FOLDER is a published log, PROOF a proof of one of its events, BETWEEN the proof that its checkpoint continues OLD.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "does not hold:", err)
		os.Exit(1)
	}
}

func read(path string) string {
	data, err := os.ReadFile(path)
	check(err)
	return string(data)
}

func hash(line string) tlog.Hash {
	data, err := base64.StdEncoding.DecodeString(line)
	check(err)
	if len(data) != tlog.HashSize {
		check(fmt.Errorf("%s is not a hash", line))
	}
	return tlog.Hash(*(*[tlog.HashSize]byte)(data))
}

func hashes(lines []string) []tlog.Hash {
	var all []tlog.Hash
	for _, line := range lines {
		all = append(all, hash(line))
	}
	return all
}

// checkpoint verifies a note and reads the tree that it signs.
func checkpoint(text string, verifiers note.Verifiers) tlog.Tree {
	signed, err := note.Open([]byte(text), verifiers)
	check(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

// tiles reads the tiles of a folder; their paths have no height there.
type tiles struct{ folder string }

func (t tiles) Height() int                                { return 8 }
func (t tiles) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func main() {
	folder, proofFile, betweenFile, oldFile := os.Args[1], os.Args[3], os.Args[4], os.Args[5]
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	verifiers := note.VerifierList(verifier)
	tree := checkpoint(read(filepath.Join(folder, "checkpoint")), verifiers)

	// Every entry hashes to its leaf, and the tiles, which the reader authenticates, lead to the signed root.
	reader := tlog.TileHashReader(tree, tiles{folder})
	for first := int64(0); first < tree.N; first += 256 {
		width := tree.N - first
		tile := tlog.Tile{H: 8, L: 0, N: first / 256, W: 256}
		if width < 256 {
			tile.W = int(width)
		}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle := []byte(read(filepath.Join(folder, path)))
		for place := int64(0); place < int64(tile.W); place++ {
			length := int(binary.BigEndian.Uint16(bundle))
			leaf := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, first+place)})
			check(err)
			if stored[0] != tlog.RecordHash(leaf) {
				check(fmt.Errorf("entry %d does not have the hash of its tile", first+place))
			}
		}
		if len(bundle) != 0 {
			check(fmt.Errorf("%s has too many entries", path))
		}
	}

	// The proof of an event holds, and is the one that this library makes from the tiles.
	head, text, _ := strings.Cut(read(proofFile), "\n\n")
	lines := strings.Split(head, "\n")
	extra, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check(err)
	var record struct{ Envelope string }
	check(json.Unmarshal(extra, &record))
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err)
	proved := checkpoint(text, verifiers)
	path := hashes(lines[3:])
	check(tlog.CheckRecord(path, proved.N, proved.Hash, index, tlog.RecordHash([]byte(record.Envelope))))
	own, err := tlog.ProveRecord(proved.N, index, reader)
	check(err)
	if fmt.Sprint(own) != fmt.Sprint(tlog.RecordProof(path)) {
		check(fmt.Errorf("another proof is made of the tiles: %v", own))
	}

	// The newer checkpoint continues the older one.
	head, text, _ = strings.Cut(read(betweenFile), "\n\n")
	lines = strings.Split(head, "\n")
	older, newer := checkpoint(read(oldFile), verifiers), checkpoint(text, verifiers)
	if lines[0] != fmt.Sprintf("old %d", older.N) {
		check(fmt.Errorf("the proof does not start from the older checkpoint"))
	}
	check(tlog.CheckTree(hashes(lines[1:]), newer.N, newer.Hash, older.N, older.Hash))
	changed := append([]byte{}, older.Hash[:]...)
	changed[0] ^= 1
	if tlog.CheckTree(hashes(lines[1:]), newer.N, newer.Hash, older.N, tlog.Hash(*(*[32]byte)(changed))) == nil {
		check(fmt.Errorf("a changed root was accepted"))
	}
	fmt.Printf("%d entries, event %d, from %d to %d: all hold\n", tree.N, index+1, older.N, newer.N)
}
