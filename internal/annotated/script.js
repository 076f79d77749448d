"use strict";
// Everything that speaks of one quote, claim, source or entity carries its key
// in data-k: pointing at one lights all; a click or Enter keeps them lit until
// Escape. The findings are tabs where there is a script, else one after the
// other.
(() => {
  document.documentElement.classList.add("js");
  const keyed = (e) => (e instanceof Element ? e.closest("[data-k]") : null);
  let pinned = null;

  // byKey finds elements without asking the whole page for each key: a source
  // of a long article has thousands.
  const byKey = new Map();
  for (const main of document.querySelectorAll("main")) {
    const keys = new Map();
    for (const e of main.querySelectorAll("[data-k]")) {
      for (const k of e.dataset.k.split(" ")) {
        if (!keys.has(k)) keys.set(k, []);
        keys.get(k).push(e);
      }
    }
    byKey.set(main, keys);
  }
  const sharing = (on, k) => byKey.get(on.closest("main")).get(k) || [];

  let lit = [];
  let shining = null;
  const light = (from) => {
    const on = from || pinned;
    if (on === shining) return;
    shining = on;
    for (const e of lit) e.classList.remove("lit");
    lit = on ? on.dataset.k.split(" ").flatMap((k) => sharing(on, k)) : [];
    for (const e of lit) e.classList.add("lit");
  };

  const tabsOf = (main) => [...main.querySelectorAll(".tabs a")];
  const paneOf = (tab) => document.getElementById(tab.getAttribute("href").slice(1));
  const open = (tab) => {
    for (const t of tabsOf(tab.closest("main"))) {
      const on = t === tab;
      t.setAttribute("aria-selected", on);
      t.tabIndex = on ? 0 : -1;
      paneOf(t).hidden = !on;
    }
  };
  // reveal opens the tab that holds an element, if one does.
  const reveal = (e) => {
    const pane = e && e.closest(".pane");
    if (pane && pane.hidden) open(document.getElementById(pane.getAttribute("aria-labelledby")));
  };

  for (const main of document.querySelectorAll("main")) {
    const bar = main.querySelector(".tabs");
    if (!bar) continue;
    bar.setAttribute("role", "tablist");
    for (const tab of tabsOf(main)) {
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", paneOf(tab).id);
      paneOf(tab).setAttribute("role", "tabpanel");
    }
    open(tabsOf(main)[0]);
    bar.addEventListener("keydown", (e) => {
      const tabs = tabsOf(main);
      const at = tabs.indexOf(e.target);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[e.key];
      if (at < 0 || to === undefined) return;
      e.preventDefault();
      open(tabs[to % tabs.length]);
      tabs[to % tabs.length].focus();
    });
    bar.addEventListener("click", (e) => {
      const tab = e.target.closest("a");
      if (!tab) return;
      e.preventDefault();
      open(tab);
    });
  }

  document.addEventListener("mouseover", (e) => light(keyed(e.target)));
  document.addEventListener("focusin", (e) => light(keyed(e.target)));
  document.addEventListener("click", (e) => {
    const link = e.target.closest('a[href^="#"]');
    if (link && !link.closest(".tabs")) reveal(document.getElementById(link.getAttribute("href").slice(1)));
    const on = keyed(e.target);
    pinned = on === pinned && !link ? null : on;
    light(on);
    // A click on words of the article shows what is said of them.
    if (!link && on && on.matches(".text span") && getSelection().isCollapsed) {
      for (const k of on.dataset.k.split(" ").reverse()) {
        const item = sharing(on, k).find((e) => e.matches(".pane li, .pane tr"));
        if (!item) continue;
        reveal(item);
        item.scrollIntoView({ block: "nearest" });
        break;
      }
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    pinned = null;
    light(null);
  });
  const arrive = () => reveal(location.hash && document.getElementById(location.hash.slice(1)));
  addEventListener("hashchange", arrive);
  arrive();
})();
