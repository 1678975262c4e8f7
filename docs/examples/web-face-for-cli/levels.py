"""Stands for the program: hourly noise levels from a logger's file, for the terminal."""

import argparse
import time


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weighting", choices=["A", "C"], default="A")
    parser.add_argument("file")
    chosen = parser.parse_args()
    with open(chosen.file) as lines:
        for line in lines:
            hour, _, level = line.strip().partition(",")
            time.sleep(20 if level == "?" else 0)  # as the real one, it stands still at a gap
            try:
                print(f"{hour} {float(level) + 2 * (chosen.weighting == 'C'):.1f} dB", flush=True)
            except ValueError:
                parser.error(f"no level: {line}")


if __name__ == "__main__":
    main()
