"""The pages for people."""

# --8<-- [start:list]
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from .models import Post


class PostList(ListView):
    queryset = Post.public.all()
    paginate_by = 2


# --8<-- [end:list]
# --8<-- [start:mistake]
@require_safe
def careless(request):
    page = Paginator(Post.public.all(), 2).get_page(request.GET.get("page"))  # any number will do
    return render(request, "blog/post_list.html", {"page_obj": page, "object_list": page})


# --8<-- [end:mistake]
class PostDetail(DetailView):
    queryset = Post.public.all()
