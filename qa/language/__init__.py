"""What words and sentences say, in English and Korean: terms, names, figures, kinds of answers.

Pure, and of one text at a time; periods are `qa.periods`.
"""
