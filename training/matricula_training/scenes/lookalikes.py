"""Draws what a detector takes for plates and must not: lettering, stickers, clock overlays, road signs, badges, grilles, lamps."""
import math
import random

import cv2
import numpy as np

_FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_PLAIN,
          cv2.FONT_HERSHEY_SCRIPT_COMPLEX)
_WORDS = ("turbo", "Service", "quattro", "hybrid", "Sport", "limited", "automatic", "Taxi", "Police", "express", "Delivery", "rent a car", "diesel",
          "baby on board", "Bakery", "Plumbing", "call now", "www.cars.com", "info@auto.net", "Student driver", "School bus", "Ambulance", "Coffee",
          "open", "sale", "Hotel", "Pizza", "Restaurant", "Parking", "Exit", "Stop", "one way", "Slow", "keep clear", "Fire lane", "no entry",
          "Transport", "Logistics", "construction", "electric", "V6", "GT", "4x4", "TDI", "GLX", "1.6i", "awd", "RS", "XL", "TD5", "300", "2.0T")


class Lookalikes:
    """An endless source of BGRA pictures that show no plate; the same seed gives the same ones."""

    def __init__(self, seed):
        self.draw = random.Random(seed)

    def picture(self):
        kinds = (self._lettering, self._lettering, self._sticker, self._sticker, self._clock, self._clock, self._sign, self._sign, self._badge,
                 self._grille, self._grille, self._lamp, self._panel)
        return self.draw.choice(kinds)()

    def _colour(self, low=0, high=255):
        grey = self.draw.uniform(low, high)
        spread = self.draw.choice([5, 5, 60])
        return [min(255.0, max(0.0, grey + self.draw.gauss(0, spread))) for _ in range(3)]

    def _canvas(self, width, height, colour=None):
        image = np.zeros((int(height), int(width), 4), np.uint8)
        if colour is not None:
            image[..., :3] = np.uint8(colour)
            image[..., 3] = 255
        return image

    def _write(self, image, text, box, colour, outline=None):
        """Fits one line of text into the box (x, y, w, h)."""
        x, y, w, h = box
        font, thick = self.draw.choice(_FONTS), self.draw.choice([1, 2, 2, 3, 4])
        (wide, tall), low = cv2.getTextSize(text, font, 1.0, thick)
        scale = min(w / max(1, wide), h / max(1, tall + low))
        place = (int(x + (w - wide * scale) / 2), int(y + h / 2 + (tall - low) * scale / 2))
        width = max(1, round(thick * scale))
        if outline is not None:
            cv2.putText(image, text, place, font, scale, (*outline, 255), width + 2, cv2.LINE_AA)
        cv2.putText(image, text, place, font, scale, (*colour, 255), width, cv2.LINE_AA)

    def _phrase(self):
        draw = self.draw
        text = " ".join(draw.choice(_WORDS) for _ in range(draw.choice([1, 1, 1, 2, 3])))
        return draw.choice([text, text, text.upper(), text.title()])

    def _lettering(self):
        """Letters without a ground, as on vans and boots; chrome ones have a dark edge."""
        text = self._phrase()
        image = self._canvas(min(288, 24 * len(text) + 40), self.draw.randint(36, 70))
        tone = self._colour(120) if self.draw.random() < 0.6 else self._colour(0, 120)
        self._write(image, text, (3, 3, image.shape[1] - 6, image.shape[0] - 6), tone, self._colour(0, 80) if self.draw.random() < 0.4 else None)
        return image

    def _sticker(self):
        """Several lines, or one long line, on a ground: bumper stickers, placards, telephone numbers."""
        draw = self.draw
        rows = draw.choice([1, 2, 2, 3, 4])
        image = self._canvas(280, draw.uniform(30, 46) if rows == 1 else draw.uniform(80, 200), self._colour())
        ink = self._colour(0, 90) if image[..., :3].mean() > 120 else self._colour(170)
        height = image.shape[0] / rows
        for row in range(rows):
            text = self._phrase() if draw.random() < 0.7 else " ".join(str(draw.randint(10, 9999)) for _ in range(draw.randint(2, 4)))
            self._write(image, text, (8, row * height + 3, 264, height - 6), ink)
        if draw.random() < 0.4:
            cv2.rectangle(image, (2, 2), (277, image.shape[0] - 3), (*ink, 255), 2)
        return image

    def _clock(self):
        """Date, time, place and speed written into the picture by a camera."""
        draw = self.draw
        day = f"{draw.randint(1, 28):02d}{draw.choice('-/.')}{draw.randint(1, 12):02d}{draw.choice('-/.')}{draw.randint(2005, 2026)}"
        time = f"{draw.randint(0, 23):02d}:{draw.randint(0, 59):02d}:{draw.randint(0, 59):02d}"
        text = draw.choice([f"{day} {time}", time, day, f"CAM {draw.randint(1, 16)}", f"{draw.randint(0, 140)} km/h", f"CH{draw.randint(1, 9):02d} {time}",
                            f"N{draw.randint(10, 59)}.{draw.randint(1000, 9999)} E{draw.randint(10, 59)}.{draw.randint(1000, 9999)}"])
        ground = self._colour(0, 60) if draw.random() < 0.3 else None
        image = self._canvas(16 * len(text) + 12, 34, ground)
        self._write(image, text, (4, 3, image.shape[1] - 8, 28), self._colour(190) if draw.random() < 0.8 else [40.0, 220.0, 240.0],
                    self._colour(0, 50) if draw.random() < 0.5 else None)
        return image

    def _sign(self):
        """Road and street signs, rectangular or round."""
        draw = self.draw
        ground = draw.choice([(150, 60, 10), (70, 110, 10), (235, 235, 235), (20, 190, 240), (30, 30, 190)])
        ink = (235, 235, 235) if sum(ground) < 450 and ground[1] < 150 else (25, 25, 25)
        if draw.random() < 0.35:
            image = self._canvas(120, 120)
            cv2.circle(image, (60, 60), 58, (*((235, 235, 235) if draw.random() < 0.6 else ground), 255), -1, cv2.LINE_AA)
            cv2.circle(image, (60, 60), 52, (30, 30, 200, 255), draw.choice([8, 12]), cv2.LINE_AA)
            self._write(image, str(draw.choice([20, 30, 40, 50, 60, 70, 80, 100, 120])), (24, 34, 72, 52), (25, 25, 25))
            return image
        image = self._canvas(draw.uniform(140, 288), draw.uniform(60, 160), ground)
        rows = draw.choice([1, 2, 2, 3])
        height = (image.shape[0] - 16) / rows
        for row in range(rows):
            self._write(image, self._phrase() + draw.choice(["", "", f" {draw.randint(1, 99)}"]), (12, 8 + row * height, image.shape[1] - 24, height - 4), ink)
        cv2.rectangle(image, (4, 4), (image.shape[1] - 5, image.shape[0] - 5), (*ink, 255), 2)
        return image

    def _badge(self):
        """Round, oval and winged emblems of makers."""
        draw = self.draw
        image = self._canvas(draw.uniform(80, 240), 80)
        height, width = image.shape[:2]
        middle, axes = (width // 2, height // 2), (width // 2 - 3, height // 2 - 3)
        cv2.ellipse(image, middle, axes, 0, 0, 360, (*self._colour(), 255), -1, cv2.LINE_AA)
        cv2.ellipse(image, middle, axes, 0, 0, 360, (*self._colour(150), 255), draw.randint(2, 8), cv2.LINE_AA)
        if draw.random() < 0.5:
            self._write(image, self._phrase()[:8], (width * 0.2, 24, width * 0.6, 32), self._colour())
        else:
            for k in range(draw.randint(2, 5)):
                angle = 6.28 * k / 5 + draw.random()
                end = (int(middle[0] + axes[0] * math.cos(angle)), int(middle[1] + axes[1] * math.sin(angle)))
                cv2.line(image, middle, end, (*self._colour(150), 255), draw.randint(2, 7), cv2.LINE_AA)
        return image

    def _grille(self):
        """Bars, slats, meshes, vents."""
        draw = self.draw
        image = self._canvas(draw.uniform(150, 288), draw.uniform(40, 140), self._colour(0, 70))
        height, width = image.shape[:2]
        tone, step, thick = (*self._colour(60), 255), draw.uniform(7, 26), draw.randint(1, 6)
        across, down = draw.choice([(True, False), (False, True), (True, True)])
        slant = draw.choice([0, 0, draw.uniform(-1, 1)]) * height
        for k in range(int(height / step) + 1 if across else 0):
            cv2.line(image, (0, int(k * step)), (width, int(k * step)), tone, thick, cv2.LINE_AA)
        for k in range(-4, int(width / step) + 5 if down else -4):
            cv2.line(image, (int(k * step), 0), (int(k * step + slant), height), tone, thick, cv2.LINE_AA)
        if draw.random() < 0.5:
            cv2.rectangle(image, (1, 1), (width - 2, height - 2), (*self._colour(100), 255), draw.randint(2, 6))
        return image

    def _lamp(self):
        """Head and tail lamps, reflectors: bright or coloured blocks with ribs."""
        draw = self.draw
        image = self._canvas(draw.uniform(80, 260), draw.uniform(36, 90))
        height, width = image.shape[:2]
        tone = draw.choice([(30, 30, 200), (40, 130, 240), (235, 235, 235), (200, 230, 250)])
        cv2.rectangle(image, (0, 0), (width, height), (*tone, 255), -1)
        for k in range(draw.randint(0, 7)):
            x = draw.randint(0, width)
            cv2.line(image, (x, 0), (x, height), (*self._colour(), 255), draw.randint(1, 4))
        if draw.random() < 0.5:
            cv2.circle(image, (draw.randint(0, width), height // 2), height // 3, (250, 250, 250, 255), -1, cv2.LINE_AA)
        return image

    def _panel(self):
        """An empty plate-shaped ground: windows, covers, recesses, blank labels."""
        image = self._canvas(240, self.draw.uniform(50, 150), self._colour())
        cv2.rectangle(image, (0, 0), (239, image.shape[0] - 1), (*self._colour(), 255), self.draw.randint(1, 8))
        return image
