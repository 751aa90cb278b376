// Keys for readers: everything here can be done without them, and they can be turned off.
"use strict";

const STORE = "dragoman.keys";
const panel = document.querySelector(".keyboard");
const rows = [...document.querySelectorAll(".parallel tbody tr[id]")];

function enabled() {
  try {
    return localStorage.getItem(STORE) !== "off";
  } catch {
    return true;
  }
}

function show() {
  const button = panel.querySelector("button");
  button.textContent = enabled() ? panel.dataset.off : panel.dataset.on;
  panel.classList.toggle("off", !enabled());
}

// The row that is marked, else the first one in view.
function present() {
  const marked = rows.findIndex((row) => `#${row.id}` === location.hash);
  return marked >= 0 ? marked : rows.findIndex((row) => row.getBoundingClientRect().bottom > 60) - 1;
}

function go(step) {
  const row = rows[Math.min(rows.length - 1, Math.max(0, present() + step))];
  if (!row) return;
  // Replacing the address marks the row without filling the history.
  location.replace(`#${row.id}`);
  row.scrollIntoView({ block: "nearest" });
}

function correct() {
  const link = rows[present()]?.querySelector(".mend, .mended");
  if (link) location.assign(link.href);
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  c: correct,
  "/": () => {
    const box = document.querySelector("[data-search]");
    if (box) box.focus();
    else document.querySelector('.places a[href$="/concordance"]').click();
  },
};

if (panel) {
  panel.hidden = false;
  panel.querySelector("button").addEventListener("click", () => {
    try {
      localStorage.setItem(STORE, enabled() ? "off" : "on");
    } catch {
      return;
    }
    show();
  });
  show();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !enabled()) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
