"""A path converter of our own."""


# --8<-- [start:converter]
class YearConverter:
    regex = r"[12][0-9]{3}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


# --8<-- [end:converter]
