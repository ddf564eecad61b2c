// Torchwood's own checks on what we publish, one per command:
//
//	torchwood-check proof POLICY PROOF ENTRY      a .tlog-proof for the bytes of one entry, under a tlog-policy
//	torchwood-check checkpoint POLICY NOTE        the signatures of a checkpoint, under a tlog-policy
//	torchwood-check log POLICY FOLDER|URL         every entry of a log in tiles, authenticated against its checkpoint
//	torchwood-check prove POLICY FOLDER INDEX OUT a .tlog-proof that torchwood makes from our tiles, for us to verify
//
// Ends with 0 for "accepted", 1 for "refused" and 2 for a file that cannot be read.
// Must not: decide anything itself; every verdict is torchwood's.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"
)

func read(path string) []byte {
	bytes, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return bytes
}

func refused(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "torchwood-check proof|checkpoint|log|prove POLICY …")
		os.Exit(2)
	}
	policy, err := torchwood.ParsePolicy(read(os.Args[2]))
	refused(err)
	switch os.Args[1] {
	case "proof":
		refused(torchwood.VerifyProof(policy, tlog.RecordHash(read(os.Args[4])), read(os.Args[3])))
		fmt.Println("accepted: the entry is in the log that this policy trusts")
	case "checkpoint":
		checkpoint, _, err := torchwood.VerifyCheckpoint(read(os.Args[3]), policy)
		refused(err)
		fmt.Printf("accepted: %s has %d entries\n", checkpoint.Origin, checkpoint.N)
	case "log", "prove":
		folder := os.Args[3]
		var files torchwood.TileReader
		if strings.HasPrefix(folder, "http://") {
			files, err = torchwood.NewTileFetcher(folder)
		} else {
			files, err = torchwood.NewTileFS(os.DirFS(folder))
		}
		refused(err)
		note, err := files.ReadEndpoint(context.Background(), "checkpoint")
		refused(err)
		checkpoint, _, err := torchwood.VerifyCheckpoint(note, policy)
		refused(err)
		client, err := torchwood.NewClient(files)
		refused(err)
		ctx := context.Background()
		if os.Args[1] == "prove" {
			index, err := strconv.ParseInt(os.Args[4], 10, 64)
			refused(err)
			_, proof, err := client.Entry(ctx, checkpoint.Tree, index)
			refused(err)
			text := torchwood.FormatProof(index, proof, note)
			if err := os.WriteFile(os.Args[5], text, 0o644); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(2)
			}
			return
		}
		var count int64
		for range client.AllEntries(ctx, checkpoint.Tree, 0) {
			count++
		}
		refused(client.Err())
		if count != checkpoint.N {
			refused(fmt.Errorf("%d entries of %d", count, checkpoint.N))
		}
		fmt.Printf("accepted: all %d entries of %s\n", count, checkpoint.Origin)
	default:
		fmt.Fprintln(os.Stderr, "unknown command", os.Args[1])
		os.Exit(2)
	}
}
