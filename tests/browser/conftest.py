"""What browser tests need: a browser, and the demo to visit."""

from tests.browsing import browser as browser
from tests.browsing import visit as visit
from tests.serving import bare as bare
from tests.serving import demo_folder as demo_folder
from tests.serving import served as served
from tests.serving import served_copy as served_copy
from tests.serving import staged as staged
