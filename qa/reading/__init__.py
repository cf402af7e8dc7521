"""Files, feeds and the web into releases: `sources` reads what is named, a parser each form.

What a form can say is told by `forms`; what makes a release the same from every form is `identity`.
"""
