import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BEAT_MS, LIVE_CLOSE, type ServerMessage } from "#domain/live.ts";
import { FakeWebSocket, MEMBER_ID, welcome } from "./fake-web-socket.ts";
import { LiveSocket } from "./live-socket.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page({ random = 0.5, isSignedOut = false } = {}) {
  const sockets: FakeWebSocket[] = [];
  const live = new LiveSocket({
    memberId: MEMBER_ID,
    connect: () => {
      const socket = new FakeWebSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    isSignedOut: async () => isSignedOut,
    random: () => random,
  });
  const statuses: string[] = [];
  const heard: ServerMessage[] = [];
  live.subscribe(() => statuses.push(live.status));
  live.onMessage((message) => heard.push(message));
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  };
  return { live, sockets, statuses, heard, last };
}

const beat = { type: "beat" };
const open = { type: "open", articleId: "a", after: 0 } as const;

describe("the page's line", () => {
  test("opens nothing before it is started, and one socket however often it is", () => {
    const { live, sockets } = page();
    expect(sockets).toHaveLength(0);
    live.start();
    live.start();
    expect(sockets).toHaveLength(1);
  });

  test("is open with the server's welcome and not before", () => {
    const { live, last, statuses, heard } = page();
    live.start();
    last().readyState = 1;
    expect(live.send(open)).toBe(false);
    last().accept();
    expect(statuses).toEqual(["open"]);
    expect(heard).toEqual([welcome()]);
    expect(live.welcome).toEqual(welcome());
    expect(live.send(open)).toBe(true);
    expect(last().sent).toEqual([JSON.stringify(open)]);
  });

  test("hands over what it understands and nothing else", () => {
    const { live, last, heard } = page();
    live.start();
    last().accept();
    for (const odd of ["", "{", "null", "[]", '"beat"', { type: "future" }, { type: "inbox", unread: -1 }]) {
      last().say(odd);
    }
    last().say({ type: "inbox", unread: 3 });
    expect(heard).toEqual([welcome(), { type: "inbox", unread: 3 }]);
    expect(live.status).toBe("open");
  });

  test("comes back after a loss, ever more slowly, and at most every 20 seconds", () => {
    const { live, sockets, last, statuses } = page({ random: 0.999 });
    live.start();
    last().accept();
    const waits = [300, 600, 1_200, 2_400, 4_800, 9_600, 19_200, 20_000, 20_000];
    for (const [index, wait] of waits.entries()) {
      last().break();
      vi.advanceTimersByTime(Math.floor(wait * 0.99));
      expect(sockets).toHaveLength(index + 1);
      vi.advanceTimersByTime(Math.ceil(wait * 0.01));
      expect(sockets).toHaveLength(index + 2);
    }
    expect(statuses).toEqual(["open", "lost"]);
    last().accept();
    expect(live.status).toBe("open");
  });

  test("starts over with short waits once it was open for a while", () => {
    const { live, sockets, last } = page({ random: 0.999 });
    live.start();
    for (let round = 0; round < 6; round += 1) {
      last().break();
      vi.advanceTimersByTime(20_000);
    }
    last().accept();
    const before = sockets.length;
    vi.advanceTimersByTime(BEAT_MS + 1);
    last().break();
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(before + 1);
  });

  test.each([
    ["a server that restarts", LIVE_CLOSE.restarting, 2_000],
    ["a defect of ours", LIVE_CLOSE.badMessage, 5_000],
    ["too many messages", LIVE_CLOSE.tooMany, 5_000],
    ["a page that reads too slowly", LIVE_CLOSE.tooSlow, 300],
  ])("after %s returns within its own spread", (_name, code, spread) => {
    const { live, sockets, last } = page({ random: 0.5 });
    live.start();
    last().accept();
    last().break(code);
    vi.advanceTimersByTime(spread / 2 - 1);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
  });

  test("does not come back where the session ended", () => {
    const { live, sockets, last, statuses } = page();
    live.start();
    last().accept();
    last().break(LIVE_CLOSE.signedOut, "idle");
    expect(live.endedWhy).toBe("idle");
    vi.advanceTimersByTime(3_600_000);
    live.retryNow();
    expect(sockets).toHaveLength(1);
    expect(statuses).toEqual(["open", "ended"]);
    live.start();
    last().accept();
    expect(live.status).toBe("open");
  });

  test.each(["", "4401", "signedOut"])("ends all the same where %o says why it ended", (reason) => {
    const { live, last } = page();
    live.start();
    last().accept();
    last().break(LIVE_CLOSE.signedOut, reason);
    expect([live.status, live.endedWhy]).toEqual(["ended", null]);
  });

  test.each([
    [true, "ended", 1],
    [false, "open", 2],
  ])(
    "goes on after a new password where this browser has the new session: %s",
    async (isSignedOut, status, opened) => {
      const { live, sockets, last } = page({ isSignedOut });
      live.start();
      last().accept();
      // The tab in which the password was changed told this one before its line was ended.
      live.start();
      last().break(LIVE_CLOSE.signedOut, "password_changed");
      await vi.advanceTimersByTimeAsync(0);
      if (!isSignedOut) last().accept();
      expect([live.status, sockets.length]).toEqual([status, opened]);
    },
  );

  test("says and hears nothing on a line that was opened for somebody else who signed in since", () => {
    const { live, last, heard, statuses } = page();
    const received = vi.fn();
    const prose = new live.proseSocketClass();
    prose.addEventListener("open", received);
    live.start();
    last().accept(welcome({ memberId: "01900000-0000-7000-8000-00000000000f" }));
    expect([live.send(open), last().sent, heard, received.mock.calls]).toEqual([false, [], [], []]);
    expect([statuses, live.endedWhy, last().isClosedHere]).toEqual([["ended"], "signed_in_again", true]);
  });

  test.each([
    [true, "ended"],
    [false, "lost"],
  ])(
    "asks whether anybody is signed in where it is refused again and again: %s",
    async (isSignedOut, status) => {
      const { live, sockets, last } = page({ isSignedOut });
      live.start();
      for (let round = 0; round < 3; round += 1) {
        last().break();
        await vi.advanceTimersByTimeAsync(1_000);
      }
      expect(live.status).toBe(status);
      expect(sockets).toHaveLength(isSignedOut ? 2 : 4);
    },
  );

  test("is lost after two beats of silence, and not while beats come", () => {
    const { live, last } = page();
    live.start();
    last().accept();
    for (let beats = 0; beats < 10; beats += 1) {
      vi.advanceTimersByTime(BEAT_MS * 1.9);
      last().say(beat);
    }
    expect(live.status).toBe("open");
    const silent = last();
    vi.advanceTimersByTime(BEAT_MS * 2.5 + 1);
    expect(live.status).toBe("lost");
    expect(silent.isClosedHere).toBe(true);
  });

  test("gives up a socket that never gets its welcome", () => {
    const { live, sockets } = page();
    live.start();
    vi.advanceTimersByTime(20_000);
    expect(live.status).toBe("lost");
    expect(sockets.length).toBeGreaterThan(1);
  });

  test("tries at once when asked, and only where it waits", () => {
    const { live, sockets, last } = page({ random: 0.999 });
    live.start();
    last().accept();
    live.retryNow();
    expect(sockets).toHaveLength(1);
    live.drop();
    expect(live.status).toBe("lost");
    live.retryNow();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(sockets).toHaveLength(2);
  });

  test("hears nothing of a socket that it gave up", () => {
    const { live, sockets, last, heard } = page();
    live.start();
    const [first] = sockets;
    last().accept();
    live.drop();
    live.retryNow();
    last().accept(welcome({ connectionId: "c2" }));
    first?.say(beat);
    first?.break(LIVE_CLOSE.signedOut);
    expect(live.status).toBe("open");
    expect(heard).toEqual([welcome(), welcome({ connectionId: "c2" })]);
  });

  test("stopping is silent and final until it is started again", () => {
    const { live, sockets, last, statuses } = page();
    live.start();
    last().accept();
    live.stop();
    expect(last().isClosedHere).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(statuses).toEqual(["open"]);
    live.start();
    expect(sockets).toHaveLength(2);
    expect(live.status).toBe("connecting");
  });
});
