// Tessera's POSIX driver under load: so many writers, each adding an entry and waiting until its index is durable, in a closed loop.
//
//	tessera-bench FOLDER ENTRIES WRITERS BATCH AGE-MS
//
// Prints one line of key=value: acknowledgements per second, CPU seconds, and the same including a signed checkpoint over everything.
// A checkpoint is signed once a second, as a log that serves readers would.
// Must not: use antispam; that is a second database, and measures something else.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"sort"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

const size = 1024

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "tessera-bench:", err)
		os.Exit(1)
	}
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	check(err)
	return n
}

// CPU seconds of this process, user and system.
func cpu() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime)
}

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintln(os.Stderr, "tessera-bench FOLDER ENTRIES WRITERS BATCH AGE-MS")
		os.Exit(2)
	}
	folder := os.Args[1]
	entries, writers, batch, age := number(os.Args[2]), number(os.Args[3]), number(os.Args[4]), number(os.Args[5])

	secret, _, err := note.GenerateKey(rand.Reader, "bench.example/tessera")
	check(err)
	signer, err := note.NewSigner(secret)
	check(err)
	ctx := context.Background()
	driver, err := posix.New(ctx, posix.Config{Path: folder})
	check(err)
	appender, shutdown, _, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(time.Second).
		WithBatching(uint(batch), time.Duration(age)*time.Millisecond).
		WithShutdownTimeout(10*time.Minute).
		WithPushback(uint(4*max(writers, batch))))
	check(err)

	latency := make([]time.Duration, entries)
	var next atomic.Int64
	var group sync.WaitGroup
	// The callers are there before the clock runs, as ours are.
	start := make(chan struct{})
	for range writers {
		group.Add(1)
		go func() {
			defer group.Done()
			data := make([]byte, size)
			<-start
			for {
				n := next.Add(1) - 1
				if n >= int64(entries) {
					return
				}
				copy(data, fmt.Sprintf("%020d", n))
				asked := time.Now()
				_, err := appender.Add(ctx, tessera.NewEntry(append([]byte(nil), data...)))()
				check(err)
				latency[n] = time.Since(asked)
			}
		}()
	}
	begin, used := time.Now(), cpu()
	close(start)
	group.Wait()
	wall, busy := time.Since(begin).Seconds(), cpu()-used
	check(shutdown(ctx))
	all, allBusy := time.Since(begin).Seconds(), cpu()-used
	sort.Slice(latency, func(a, b int) bool { return latency[a] < latency[b] })
	fmt.Printf("who=tessera batch=%d entries=%d acks_per_s=%.0f cpu_s=%.3f entries_per_cpu_s=%.0f published_per_s=%.0f published_cpu_s=%.3f published_entries_per_cpu_s=%.0f p50_ms=%.1f p99_ms=%.1f\n",
		batch, entries, float64(entries)/wall, busy, float64(entries)/busy, float64(entries)/all, allBusy, float64(entries)/allBusy,
		latency[entries/2].Seconds()*1e3, latency[entries*99/100].Seconds()*1e3)
}
