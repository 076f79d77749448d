"use strict";
// Everything that speaks of one quote, claim or entity carries its key in
// data-k: pointing at one lights all; a click or Enter keeps them lit.
(() => {
  document.documentElement.classList.add("js");
  let pinned = null;
  const keys = (e) => (e ? e.dataset.k.split(" ") : []);
  const keyed = (e) => (e instanceof Element ? e.closest("[data-k]") : null);
  const light = (from) => {
    for (const e of document.querySelectorAll(".lit")) e.classList.remove("lit");
    const on = from || pinned;
    const main = on && on.closest("main");
    for (const k of keys(on)) {
      for (const e of main.querySelectorAll('[data-k~="' + k + '"]')) e.classList.add("lit");
    }
  };
  document.addEventListener("mouseover", (e) => light(keyed(e.target)));
  document.addEventListener("focusin", (e) => light(keyed(e.target)));
  document.addEventListener("click", (e) => {
    const on = keyed(e.target);
    pinned = on === pinned && !e.target.closest("a") ? null : on;
    light(on);
    // A click on a quote or a figure in the text shows its card or row.
    if (on && on.matches("span") && getSelection().isCollapsed) {
      const main = on.closest("main");
      for (const k of keys(on)) {
        const card = main.querySelector('li[data-k~="' + k + '"], tr[data-k~="' + k + '"]');
        if (card) {
          card.scrollIntoView({ block: "nearest" });
          break;
        }
      }
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") {
      pinned = null;
      light(null);
    }
  });
})();
