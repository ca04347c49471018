package search

// IsFunctionWord says that no correction leads to a word.
func IsFunctionWord(word string) bool { return functionWords[word] || lightWords[word] }
