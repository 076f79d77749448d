// Package plug puts tokenizers and taggers from outside the module, which know
// public types only, behind the interfaces of the engines. What they return is
// checked, since analysing never fails: where it cannot be used, the built-in
// part does the work.
package plug
