// Sorting and filtering of long tables, and the names of figures to trace. Everything on the page is there without it.
"use strict";
const longTable = 15;

// A cell as what sorts: numbers and dates by their size, signs such as [c] after everything else.
function sortKey(cell) {
  const name = cell.querySelector("code");
  const text = (name ? cell.textContent.slice(0, -name.textContent.length) : cell.textContent).trim();
  if (/^\[[a-z]+\]$/.test(text)) return { kind: 2, value: text };
  const number = text.replace(/[,%]/g, "");
  if (/^[-\u2212]?\d+(\.\d+)?$/.test(number)) return { kind: 0, value: Number(number.replace("\u2212", "-")) };
  const date = /^\d{1,2} [A-Z][a-z]{2} \d{4}$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? { kind: 1, value: text.toLowerCase() } : { kind: 0, value: date };
}

function compare(left, right, sign) {
  if (left.kind !== right.kind) return (left.kind - right.kind) * (left.kind === 2 || right.kind === 2 ? 1 : sign);
  if (left.value === right.value) return 0;
  return (left.value < right.value ? -1 : 1) * sign;
}

function addSorting(table) {
  const body = table.tBodies[0];
  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const sign = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
      const column = header.cellIndex;
      const rows = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[column]) }));
      rows.sort((left, right) => compare(left.key, right.key, sign));
      body.append(...rows.map((entry) => entry.row));
    });
  }
}

function addFilter(table, box, number) {
  const rows = [...table.tBodies[0].rows];
  const tools = document.createElement("p");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const status = document.createElement("span");
  tools.className = "tools";
  input.type = "search";
  status.setAttribute("role", "status");
  label.append(`Rows of ${number} with the words `, input);
  tools.append(label, " ", status);
  box.before(tools);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    status.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
  });
}

function addTracing(table, details, number) {
  const cells = [...table.querySelectorAll("[data-f]")];
  if (!cells.length) return;
  const line = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `Show the names of the figures in ${number}`;
  button.setAttribute("aria-pressed", "false");
  line.append(button);
  details.append(line);
  button.addEventListener("click", () => {
    const shows = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(shows));
    for (const cell of cells) {
      if (shows) {
        const name = document.createElement("code");
        name.textContent = cell.dataset.f;
        cell.append(name);
      } else {
        cell.lastElementChild.remove();
      }
    }
  });
}

for (const box of document.querySelectorAll("div.table")) {
  const table = box.querySelector("table");
  const number = box.querySelector(".number").textContent.trim();
  if (table.tBodies[0].rows.length >= longTable) {
    addSorting(table);
    addFilter(table, table.closest(".scroll") ?? table, number);
  }
  const details = box.querySelector("details");
  if (details) addTracing(table, details, number);
}
