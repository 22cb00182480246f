using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Compat.AwsSdk;

/// <summary>Chooses how a request is signed.</summary>
/// <param name="serviceDefault">The schemes of the service, preferred first.</param>
/// <param name="unsigned">Names of the request types of operations that take no credentials.</param>
internal sealed class AuthSchemes(List<IAuthSchemeOption> serviceDefault, params string[] unsigned)
    : BaseAuthResolverHandler
{
    public static readonly List<IAuthSchemeOption> SigV4OrBearer =
    [
        .. AuthSchemeOption.DEFAULT_SIGV4,
        .. AuthSchemeOption.DEFAULT_BEARER,
    ];

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        Array.IndexOf(unsigned, executionContext.RequestContext.Request.RequestName) >= 0
            ? AuthSchemeOption.DEFAULT_NOAUTH
            : serviceDefault;
}
