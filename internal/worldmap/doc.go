// Package worldmap lays places out on an outline of the world that it carries
// with it: no tiles, no network. It computes geometry alone; who shows it
// draws lines and signs.
//
// The outline is made from Natural Earth (public domain) by
// internal/cmd/buildoutline. Its borders are drawn as Natural Earth has them
// and say nothing about whose a territory is.
package worldmap
