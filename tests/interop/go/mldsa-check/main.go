// Checks ML-DSA-44 signature lines of a checkpoint with Go's crypto/mldsa, over the message of C2SP tlog-cosignature ("subtree/v1").
//
//	mldsa-check NOTE VKEY-FILE
//
// Ends with 0 for "accepted", 1 for "refused" and 2 for a file that cannot be read.
// Must not: use any code of ours; the message is put together here from the words of the specification.
package main

import (
	"bytes"
	"crypto/mldsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"
)

const algorithm = 0x06

func read(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return string(text)
}

func refuse(format string, a ...any) {
	fmt.Printf("refused: "+format+"\n", a...)
	os.Exit(1)
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "mldsa-check NOTE VKEY-FILE")
		os.Exit(2)
	}
	note, vkey := read(os.Args[1]), strings.TrimSpace(read(os.Args[2]))

	// A verifier key is <name>+<hash in hexadecimal>+<base64 of algorithm and key>.
	fields := strings.SplitN(vkey, "+", 3)
	if len(fields) != 3 {
		refuse("the key has no three fields")
	}
	name := fields[0]
	key, err := base64.StdEncoding.DecodeString(fields[2])
	if err != nil || len(key) < 1 || key[0] != algorithm {
		refuse("the key is not of algorithm %d", algorithm)
	}
	id := sha256.Sum256(append([]byte(name+"\n"), key...))
	if hex.EncodeToString(id[:4]) != fields[1] {
		refuse("the key's id does not fit the key")
	}
	public, err := mldsa.NewPublicKey(mldsa.MLDSA44(), key[1:])
	if err != nil {
		refuse("the key: %v", err)
	}

	text, lines, found := strings.Cut(note, "\n\n")
	parts := strings.Split(text, "\n")
	if !found || len(parts) < 3 {
		refuse("no checkpoint")
	}
	size, err := strconv.ParseUint(parts[1], 10, 64)
	if err != nil {
		refuse("the size: %v", err)
	}
	root, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(root) != 32 {
		refuse("the root")
	}

	for _, line := range strings.Split(strings.TrimSuffix(lines, "\n"), "\n") {
		words := strings.Fields(line)
		if len(words) != 3 || words[1] != name {
			continue
		}
		blob, err := base64.StdEncoding.DecodeString(words[2])
		if err != nil || len(blob) < 4 || !bytes.Equal(blob[:4], id[:4]) {
			continue
		}
		stamped := blob[4:]
		if len(stamped) != 8+mldsa.MLDSA44SignatureSize {
			refuse("a signature of %d bytes", len(stamped))
		}
		var message []byte
		message = append(message, "subtree/v1\n\x00"...)
		message = append(message, byte(len(name)))
		message = append(message, name...)
		message = append(message, stamped[:8]...)
		message = append(message, byte(len(parts[0])))
		message = append(message, parts[0]...)
		message = binary.BigEndian.AppendUint64(message, 0)
		message = binary.BigEndian.AppendUint64(message, size)
		message = append(message, root...)
		if err := mldsa.Verify(public, message, stamped[8:], nil); err != nil {
			refuse("%v", err)
		}
		fmt.Printf("accepted: %s signed %s at size %d, time %d\n", name, parts[0], size, binary.BigEndian.Uint64(stamped[:8]))
		return
	}
	refuse("no signature line by this key")
}
