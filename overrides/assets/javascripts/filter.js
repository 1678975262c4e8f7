// Filters rows by the controls of a form: a row stays while each chosen value is a word of its attribute
// of the same name. The state lives in the form; without this script every row is shown.
(() => {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const rows = [...document.querySelectorAll("[data-filter-row]")];
  const groups = document.querySelectorAll("[data-filter-group]");
  const count = form.querySelector("[data-filter-count]");

  const apply = () => {
    const chosen = [...form.elements].filter((one) => one.value && (one.type !== "checkbox" || one.checked));
    for (const row of rows)
      row.hidden = !chosen.every((one) => row.dataset[one.name].split(" ").includes(one.value));
    for (const group of groups) group.hidden = !group.querySelector("[data-filter-row]:not([hidden])");
    const values = { n: rows.filter((row) => !row.hidden).length, total: rows.length };
    count.textContent = count.dataset.text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  };

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
