// A log that Tessera runs (POSIX driver), whose checkpoints go to the witnesses of a policy before they are published.
//
//	tessera-log key NAME FOLDER                makes the log's key: FOLDER/log.skey and FOLDER/log.vkey
//	tessera-log run POLICY KEY LOG FIRST COUNT appends COUNT entries, waits until a checkpoint that has the witnesses' cosignatures covers them
//
// Ends with 0 when Tessera published a checkpoint that satisfies the policy, 1 otherwise.
// Must not: ask a witness itself; the requests are Tessera's.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "tessera-log:", err)
		os.Exit(1)
	}
}

func main() {
	if len(os.Args) == 4 && os.Args[1] == "key" {
		secret, public, err := note.GenerateKey(rand.Reader, os.Args[2])
		check(err)
		check(os.MkdirAll(os.Args[3], 0o755))
		check(os.WriteFile(filepath.Join(os.Args[3], "log.skey"), []byte(secret+"\n"), 0o600))
		check(os.WriteFile(filepath.Join(os.Args[3], "log.vkey"), []byte(public+"\n"), 0o644))
		return
	}
	if len(os.Args) != 7 || os.Args[1] != "run" {
		fmt.Fprintln(os.Stderr, "tessera-log key NAME FOLDER | run POLICY KEY LOG FIRST COUNT")
		os.Exit(2)
	}
	policy, err := os.ReadFile(os.Args[2])
	check(err)
	secret, err := os.ReadFile(os.Args[3])
	check(err)
	first, err := strconv.Atoi(os.Args[5])
	check(err)
	count, err := strconv.Atoi(os.Args[6])
	check(err)

	witnesses, err := tessera.NewWitnessGroupFromPolicy(policy)
	check(err)
	signer, err := note.NewSigner(strings.TrimSpace(string(secret)))
	check(err)
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	driver, err := posix.New(ctx, posix.Config{Path: os.Args[4]})
	check(err)
	appender, shutdown, reader, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(200*time.Millisecond).
		WithBatching(64, 50*time.Millisecond).
		WithWitnesses(witnesses, &tessera.WitnessOptions{Timeout: 5 * time.Second}))
	check(err)
	futures := make([]tessera.IndexFuture, count)
	for i := range futures {
		futures[i] = appender.Add(ctx, tessera.NewEntry(fmt.Appendf(nil, "entry %d of a log that is not ours", first+i)))
	}
	awaiter := tessera.NewPublicationAwaiter(ctx, reader.ReadCheckpoint, 50*time.Millisecond)
	for _, future := range futures {
		_, _, err := awaiter.Await(ctx, future)
		check(err)
	}
	check(shutdown(ctx))
	checkpoint, err := reader.ReadCheckpoint(context.Background())
	check(err)
	if !witnesses.Satisfied(checkpoint) {
		check(fmt.Errorf("the published checkpoint does not satisfy the policy"))
	}
	os.Stdout.Write(checkpoint)
}
