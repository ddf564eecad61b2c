// ML-DSA-44 signature lines of a checkpoint by Go's crypto/mldsa, over the message of C2SP tlog-cosignature ("subtree/v1").
//
//	mldsa-check NOTE VKEY-FILE              checks the line of that key
//	mldsa-check sign NOTE NAME TIME VKEY    prints a line of a new key, whose verifier key it writes into the file VKEY
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

// The checkpoint at the head of a note: origin, size, root.
func checkpoint(note string) (origin string, size uint64, root []byte, signatures string) {
	text, signatures, found := strings.Cut(note, "\n\n")
	parts := strings.Split(text, "\n")
	if !found || len(parts) < 3 {
		refuse("no checkpoint")
	}
	size, err := strconv.ParseUint(parts[1], 10, 64)
	if err != nil {
		refuse("the size: %v", err)
	}
	root, err = base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(root) != 32 {
		refuse("the root")
	}
	return parts[0], size, root, signatures
}

// The structure cosigned_message, for a whole checkpoint.
func message(name string, time []byte, origin string, size uint64, root []byte) []byte {
	var m []byte
	m = append(m, "subtree/v1\n\x00"...)
	m = append(m, byte(len(name)))
	m = append(m, name...)
	m = append(m, time...)
	m = append(m, byte(len(origin)))
	m = append(m, origin...)
	m = binary.BigEndian.AppendUint64(m, 0)
	m = binary.BigEndian.AppendUint64(m, size)
	return append(m, root...)
}

func sign(path, name, time, out string) {
	origin, size, root, _ := checkpoint(read(path))
	seconds, err := strconv.ParseUint(time, 10, 64)
	if err != nil {
		refuse("the time: %v", err)
	}
	secret, err := mldsa.GenerateKey(mldsa.MLDSA44())
	if err != nil {
		refuse("%v", err)
	}
	key := append([]byte{algorithm}, secret.PublicKey().Bytes()...)
	id := sha256.Sum256(append([]byte(name+"\n"), key...))
	vkey := fmt.Sprintf("%s+%x+%s\n", name, id[:4], base64.StdEncoding.EncodeToString(key))
	if err := os.WriteFile(out, []byte(vkey), 0o644); err != nil {
		refuse("%v", err)
	}
	stamp := binary.BigEndian.AppendUint64(nil, seconds)
	signature, err := secret.Sign(nil, message(name, stamp, origin, size, root), &mldsa.Options{})
	if err != nil {
		refuse("%v", err)
	}
	blob := append(append(append([]byte(nil), id[:4]...), stamp...), signature...)
	fmt.Printf("\u2014 %s %s\n", name, base64.StdEncoding.EncodeToString(blob))
}

func main() {
	if len(os.Args) == 6 && os.Args[1] == "sign" {
		sign(os.Args[2], os.Args[3], os.Args[4], os.Args[5])
		return
	}
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "mldsa-check NOTE VKEY-FILE | sign NOTE NAME TIME VKEY")
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

	origin, size, root, lines := checkpoint(note)
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
		if err := mldsa.Verify(public, message(name, stamped[:8], origin, size, root), stamped[8:], nil); err != nil {
			refuse("%v", err)
		}
		fmt.Printf("accepted: %s signed %s at size %d, time %d\n", name, origin, size, binary.BigEndian.Uint64(stamped[:8]))
		return
	}
	refuse("no signature line by this key")
}
