using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace Compat.AwsSdk;

/// <summary>The parts of a request that REST services carry outside the body.</summary>
internal static class RestRequest
{
    /// <summary>Fills <c>{label}</c> of the resource path, percent-encoded; null is refused.</summary>
    public static void Path(
        this IRequest http, string label, string member, string value, Func<string, AmazonServiceException> unset)
    {
        if (value is null)
        {
            throw unset($"Request object does not have required field {member} set");
        }

        http.AddPathResource($"{{{label}}}", StringUtils.FromString(value));
    }

    public static void Query(this IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, StringUtils.FromString(value));
        }
    }

    public static void Query(this IRequest http, string name, int? value)
    {
        if (value is { } number)
        {
            http.Parameters.Add(name, StringUtils.FromInt(number));
        }
    }

    public static void Query(this IRequest http, string name, bool? value)
    {
        if (value is { } flag)
        {
            http.Parameters.Add(name, StringUtils.FromBool(flag));
        }
    }

    public static void Query(this IRequest http, string name, List<string> values)
    {
        if (Collections.IsSet(values))
        {
            http.ParameterCollection.Add(name, values);
        }
    }

    public static void Header(this IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Headers[name] = value;
        }
    }
}
