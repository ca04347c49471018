// What the forge runs on a proposal, in a real git repository: annotations on the
// lines of its entries, a summary, and no for what does not belong in it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { content, program, project } from "./support/site.mjs";

describe("a proposal", () => {
  let dir;
  const git = (...args) => execFileSync("git", args, { cwd: dir, encoding: "utf8", env });
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_AUTHOR_NAME: "test", GIT_AUTHOR_EMAIL: "test@kaartenbak.example", GIT_COMMITTER_NAME: "test", GIT_COMMITTER_EMAIL: "test@kaartenbak.example" };
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "kaartenbak-forge-"));
    cpSync(content.fixture, join(dir, "content"), { recursive: true });
    // The program is that of this project; only the content is of the test.
    for (const name of ["cmd", "generator", "search", "templates", "go.mod", "go.sum"]) symlinkSync(join(project, name), join(dir, name));
    for (const name of [".ci", ".githooks"]) cpSync(join(project, name), join(dir, name), { recursive: true });
    writeFileSync(join(dir, ".gitignore"), "/public/\n");
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--message", "start");
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  /** Makes a branch with changes and runs what the forge runs. */
  function propose(changes, more = {}) {
    git("checkout", "--quiet", "-B", "voorstel", "main");
    for (const [name, text] of Object.entries(changes)) {
      if (text === null) rmSync(join(dir, name));
      else {
        mkdirSync(join(dir, name, ".."), { recursive: true });
        writeFileSync(join(dir, name), text);
      }
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", "voorstel");
    const summary = join(dir, ".git", "summary");
    rmSync(summary, { force: true });
    const run = spawnSync(join(dir, ".ci/proposal"), ["main"], { cwd: dir, encoding: "utf8", env: { ...env, KAARTENBAK: program, GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, ...more } });
    return { code: run.status, out: run.stdout, err: run.stderr, summary: existsSync(summary) ? readFileSync(summary, "utf8") : "" };
  }

  const good = () => readFileSync(join(content.fixture, "nieuws/kaal.md"), "utf8").replace(/^titel: .*$/m, "titel: Verzonnen voorstel");

  test("that is right passes, and the site is made", () => {
    const { code, out, err, summary } = propose({ "content/nieuws/verzonnen-voorstel.md": good() }, { KAARTENBAK: "" }); // it builds the program itself
    assert.equal(code, 0, out + err);
    assert.ok(existsSync(join(dir, "public/nieuws/verzonnen-voorstel/index.html")));
    assert.match(summary, /^## De kaarten zijn goed ingevuld/);
    assert.doesNotMatch(out, /::error/);
  });

  test("with a mistake gets it at its line, as the forge asks, and in the summary", () => {
    const { code, out, summary } = propose({ "content/nieuws/verzonnen-voorstel.md": good().replace(/^datum: .*$/m, "datum: 31-5-2026") });
    assert.equal(code, 1);
    assert.match(out, /^::error file=content\/nieuws\/verzonnen-voorstel\.md,line=\d+,col=\d+,title=datum::datum: "31-5-2026" is geen datum die hier past%0Aschrijf 2026-05-31$/m);
    assert.match(summary, /^## Dit voorstel kan nog niet worden overgenomen/);
    assert.match(summary, /verzonnen-voorstel\.md:\d+:\d+: datum: "31-5-2026"/);
    assert.match(summary, /schrijf 2026-05-31/);
  });

  test("with entries changes nothing else, unless it is of those who keep the catalogue", () => {
    const changes = { "content/nieuws/verzonnen-voorstel.md": good(), ".ci/extra,::error": "x" };
    const refused = propose(changes);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /^::error file=\.ci\/extra%2C%3A%3Aerror,title=alleen-content::/m);
    assert.equal(propose(changes, { MIXED: "true" }).code, 0);
  });

  test("without entries is no business of this check", () => {
    assert.equal(propose({ ".ci/extra": "x" }).code, 0);
  });

  test("removes no entry", () => {
    const { code, out } = propose({ "content/nieuws/kaal.md": null });
    assert.equal(code, 1);
    assert.match(out, /^::error file=content\/nieuws\/kaal\.md,title=verwijderd::/m);
  });

  test("that touches the ledger is told, and may be right", () => {
    const file = "content/wijzigingen.txt";
    const text = readFileSync(join(content.fixture, "wijzigingen.txt"), "utf8");
    for (const changed of [text.replace(" is-weg", " is-weg\n2026-10-16 keuzehulpen/toen kwam-erbij"), null]) {
      const { code, out, summary } = propose({ [file]: changed });
      assert.equal(code, 0, out);
      assert.match(out, /^::warning file=content\/wijzigingen\.txt,title=wijzigingen::/m);
      assert.match(summary, /wijzigingen\.txt: dit voorstel verandert wat er over wijzigingen is genoteerd/);
    }
  });

  test("that breaks another entry is told so", () => {
    const file = "content/begrippen/organisaties.yaml";
    const { code, err, summary } = propose({ [file]: readFileSync(join(content.fixture, "begrippen/organisaties.yaml"), "utf8").replace(/^- id: /m, "- id: x-") });
    assert.equal(code, 1);
    assert.match(err, /staat niet in de lijst organisaties/);
    assert.match(summary, /De site kan zo niet worden gemaakt/);
  });

  test("is checked before it is committed, where the hook is on", () => {
    git("checkout", "--quiet", "--force", "-B", "hook", "main");
    git("config", "core.hooksPath", ".githooks");
    writeFileSync(join(dir, "content/nieuws/verzonnen-voorstel.md"), good().replace(/^datum: .*$/m, "datum: gisteren"));
    git("add", "--all");
    const commit = () => spawnSync("git", ["commit", "--message", "kaart"], { cwd: dir, encoding: "utf8", env: { ...env, KAARTENBAK: program } });
    const refused = commit();
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /"gisteren" is geen datum/);
    writeFileSync(join(dir, "content/nieuws/verzonnen-voorstel.md"), good());
    git("add", "--all");
    assert.equal(commit().status, 0);
    git("config", "--unset", "core.hooksPath");
  });
});

describe("what changed is noted after a merge", () => {
  let dir, origin;
  const env = { ...process.env, KAARTENBAK: program, GITHUB_ACTIONS: "", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_AUTHOR_NAME: "test", GIT_AUTHOR_EMAIL: "test@kaartenbak.example", GIT_COMMITTER_NAME: "test", GIT_COMMITTER_EMAIL: "test@kaartenbak.example" };
  const git = (...args) => execFileSync("git", args, { cwd: dir, encoding: "utf8", env, stdio: ["ignore", "pipe", "ignore"] }).trim();
  const note = () => {
    const run = spawnSync(join(dir, ".ci/note"), ["main"], { cwd: dir, encoding: "utf8", env });
    assert.equal(run.status, 0, run.stdout + run.stderr);
    return run.stdout;
  };
  const merge = (word) => {
    const file = join(dir, "content/toolkits/kaal.md");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n${word}\n`);
    git("commit", "--quiet", "--all", "--message", word);
    git("push", "--quiet", "origin", "HEAD:main");
  };
  before(() => {
    const top = mkdtempSync(join(tmpdir(), "kaartenbak-note-"));
    [dir, origin] = [join(top, "work"), join(top, "origin")];
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin], { env });
    mkdirSync(dir);
    cpSync(content.fixture, join(dir, "content"), { recursive: true });
    cpSync(join(project, ".ci"), join(dir, ".ci"), { recursive: true });
    git("init", "--quiet", "--initial-branch=main");
    git("remote", "add", "origin", origin);
    git("add", "--all");
    git("commit", "--quiet", "--message", "start");
    git("push", "--quiet", "origin", "main");
    note();
  });
  after(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

  test("in a commit on the branch that starts nothing, with nothing else in it", () => {
    merge("Eerste");
    note();
    assert.equal(git("rev-parse", "HEAD"), git("ls-remote", "origin", "main").split("\t")[0]);
    assert.equal(git("show", "--format=%b", "--name-only", "HEAD"), "[skip ci]\n\n\ncontent/wijzigingen.txt");
    assert.match(git("show", "--format=", "HEAD"), /^\+\d{4}-\d\d-\d\d toolkits\/kaal hoofdtekst \S+ -> ~[0-9a-f]{8}$/m);
    const head = git("rev-parse", "HEAD");
    note();
    assert.equal(git("rev-parse", "HEAD"), head, "there is nothing more to note");
  });

  test("by the run of the last merge, where another came in between", () => {
    merge("Tweede");
    const noted = git("rev-parse", "HEAD");
    merge("Derde");
    git("reset", "--quiet", "--hard", noted);
    assert.match(note(), /there is more on main/);
    git("reset", "--quiet", "--hard", git("ls-remote", "origin", "main").split("\t")[0]);
    assert.equal(git("log", "-1", "--format=%s"), "Derde");
    note();
    assert.equal(git("rev-parse", "HEAD"), git("ls-remote", "origin", "main").split("\t")[0]);
  });

  test("in a proposal, where the branch is protected", () => {
    merge("Vierde");
    execFileSync("git", ["--git-dir", origin, "config", "receive.advertisePushOptions", "true"], { env });
    writeFileSync(join(origin, "hooks/update"), '#!/bin/sh\n[ "$1" != refs/heads/main ]\n', { mode: 0o755 });
    note();
    assert.equal(git("rev-parse", "HEAD"), git("ls-remote", "origin", "noteren").split("\t")[0]);
    assert.equal(git("rev-parse", "HEAD~1"), git("ls-remote", "origin", "main").split("\t")[0]);
  });
});

test("the workflows only read, and name actions by their commit", () => {
  const folder = join(project, ".github/workflows");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8").replace(/#.*$/gm, (comment) => (/v\d/.test(comment) ? comment : ""));
    assert.doesNotMatch(text, /pull_request_target/, name);
    for (const [, used] of text.matchAll(/uses: (\S+)/g)) assert.match(used, /@[0-9a-f]{40}$/, `${name}: ${used}`);
    if (/^ {2}pull_request:/m.test(text)) {
      assert.match(text, /^permissions:\n {2}contents: read\n/m, name);
      assert.doesNotMatch(text, /secrets\.|: write/, name);
      // What a stranger chose goes in by the environment, never into a command.
      for (const [line] of text.matchAll(/^ +run:.*$/gm)) assert.doesNotMatch(line, /\$\{\{/, name);
    }
  }
});

test("an editor reads what the check says", () => {
  const tasks = JSON.parse(readFileSync(join(project, ".vscode/tasks.json"), "utf8"));
  const { regexp, file, line, column, message } = tasks.tasks[0].problemMatcher.pattern;
  const found = new RegExp(regexp).exec('content/nieuws/kaal.md:4:8: datum: "gisteren" is geen datum die hier past [datum]');
  assert.deepEqual([found[file], found[line], found[column], found[message]], ["content/nieuws/kaal.md", "4", "8", 'datum: "gisteren" is geen datum die hier past']);
  const settings = readFileSync(join(project, ".vscode/settings.json"), "utf8").replace(/^\s*\/\/.*$/gm, "");
  for (const collection of readdirSync(join(project, "content")).filter((name) => !/begrippen|paginas|\./.test(name))) {
    assert.equal(JSON.parse(settings)["yaml.schemas"][`public/data/schema/${collection}.json`], `content/${collection}/*.md`);
  }
});
