"""Series: releases that are instalments of one template, told apart by their periods."""
