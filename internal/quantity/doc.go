// Package quantity finds the quantities in a tokenized text: numbers in digits
// and words, ranges, bounds and vague quantities, each with the least and the
// most it can mean.
//
//	10, ten                     10 .. 10
//	at least 12                 12 ..
//	more than 50                51 ..
//	nearly 40                      .. 39
//	up to 30                       .. 30
//	about 40                    40 .. 40, approximate
//	between 229 and 425        229 .. 425
//	dozens                      24 .., vague
//	hundreds of thousands   200000 .., vague
//	no, nobody                   0 .. 0
//
// Numbers that count nothing (ages, dates, clock times, calibres, distances,
// money, shares, names of units) are found too, with the [Kind] of what they
// are, so that callers need not guess.
package quantity
