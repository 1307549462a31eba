# Hooks of modules, of every module and of tensors: order, changes and refusals.
import torch
import torch.nn as nn
import torch.nn.functional as F

log=[]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a=nn.Linear(3,4); self.b=nn.Linear(4,2)
    def forward(self,x): return self.b(F.relu(self.a(x)))
def run(label, reg):
    torch.manual_seed(0); log.clear(); n=Net()
    try:
        hs=reg(n); x=torch.randn(2,3,requires_grad=True); y=n(x); y.sum().backward(); print(label,"->",log, "%.5f"%y.sum().item(), "%.5f"%x.grad.sum().item(), [len(n._forward_hooks),len(n._forward_pre_hooks)])
        for h in hs: h.remove()
        log.clear(); n(x); print(label,"after",log)
    except Exception as e: print(label,"!!",type(e).__name__,e)
run("fwd", lambda n: [n.register_forward_hook(lambda m,i,o: log.append(('n',len(i),tuple(o.shape)))), n.a.register_forward_hook(lambda m,i,o: log.append('a')), n.b.register_forward_hook(lambda m,i,o: o*2)])
run("prepend", lambda n: [n.register_forward_hook(lambda m,i,o: log.append(1)), n.register_forward_hook(lambda m,i,o: log.append(2),prepend=True)])
run("pre", lambda n: [n.register_forward_pre_hook(lambda m,i: log.append('pre')), n.a.register_forward_pre_hook(lambda m,i: (i[0]*2,)), n.b.register_forward_pre_hook(lambda m,i: i[0]+1)])
run("kw", lambda n: [n.register_forward_pre_hook(lambda m,a,k: (log.append((len(a),list(k))),None)[1],with_kwargs=True), n.register_forward_hook(lambda m,a,k,o: log.append('k'),with_kwargs=True)])
run("full", lambda n: [n.register_full_backward_hook(lambda m,gi,go: log.append(('n',[g is not None and tuple(g.shape) for g in gi],tuple(go[0].shape)))), n.a.register_full_backward_hook(lambda m,gi,go: log.append('a')), n.b.register_full_backward_hook(lambda m,gi,go: (gi[0]*3,))])
run("fullpre", lambda n: [n.register_full_backward_pre_hook(lambda m,go: log.append('p')), n.b.register_full_backward_pre_hook(lambda m,go: (go[0]*2,))])
run("both", lambda n: [n.a.register_full_backward_hook(lambda m,gi,go: None), n.a.register_backward_hook(lambda m,gi,go: None)])
run("badpre", lambda n: [n.register_forward_pre_hook(lambda m,a,k: 5,with_kwargs=True)])
run("badfull", lambda n: [n.a.register_full_backward_hook(lambda m,gi,go: (1,2,3))])
run("always", lambda n: [n.register_forward_hook(lambda m,i,o: log.append('al'),always_call=True)])
run("tensor", lambda n: [n.a.weight.register_hook(lambda g: log.append(tuple(g.shape))), n.a.bias.register_post_accumulate_grad_hook(lambda p: log.append(('acc',p.grad is not None)))])
run("global", lambda n: [nn.modules.module.register_module_forward_hook(lambda m,i,o: log.append(type(m).__name__)), nn.modules.module.register_module_forward_pre_hook(lambda m,i: log.append('>'+type(m).__name__)), nn.modules.module.register_module_full_backward_hook(lambda m,gi,go: log.append('<'+type(m).__name__))])
run("sd", lambda n: [n.register_state_dict_post_hook(lambda m,sd,p,md: log.append(('sd',len(sd)))), n.register_state_dict_pre_hook(lambda m,p,k: log.append('presd'))])
n=Net(); n.register_state_dict_post_hook(lambda m,sd,p,md: log.append(len(sd))); n.register_load_state_dict_pre_hook(lambda m,sd,*a: log.append('pre')); n.register_load_state_dict_post_hook(lambda m,inc: log.append(repr(inc))); log.clear(); n.load_state_dict(n.state_dict()); print(log)
