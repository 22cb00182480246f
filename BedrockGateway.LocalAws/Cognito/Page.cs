using System.Text;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>A page of a list, and what asks for the next one.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="NextToken">The key of the last item; <see langword="null"/> on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    private const int Largest = 60;

    /// <param name="all">The whole list, in the order of its keys, so that it may lose items between two pages.</param>
    /// <param name="limit">Most items of a page; 0 and <see langword="null"/> mean 60.</param>
    /// <param name="token">Where the page before ended.</param>
    /// <param name="keyOf">What names an item, and sorts it.</param>
    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: the token is none.</exception>
    public static Page<T> Of(IEnumerable<T> all, int? limit, string? token, Func<T, string> keyOf)
    {
        var size = limit is null or 0 ? Largest : limit.Value;
        var last = token is null ? null : KeyOf(token);
        T[] found = [.. all.Where(item => string.CompareOrdinal(keyOf(item), last) > 0).Take(size + 1)];
        return found.Length > size
            ? new(found[..size], Convert.ToBase64String(Encoding.UTF8.GetBytes(keyOf(found[size - 1]))))
            : new(found, null);
    }

    private static string KeyOf(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw CognitoFaults.InvalidParameter("Invalid pagination token given.");
    }
}
