using System.Globalization;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>Part of a list.</summary>
/// <param name="Item">The items; the wire has the singular.</param>
/// <param name="Position">Where the next part starts; absent at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Item, string? Position);

/// <summary>Paging as API Gateway does it: <c>limit</c> (25 by default, at most 500) and <c>position</c>.</summary>
internal static class Paging
{
    private const int DefaultLimit = 25;

    private const int MaxLimit = 500;

    /// <summary>Cuts the page that a call asks for.</summary>
    /// <param name="items">All items in order.</param>
    /// <param name="call">The call with its <c>limit</c> and <c>position</c>.</param>
    /// <param name="sequence">
    /// A number that grows along the list, so that a position survives the deletion of its item.
    /// </param>
    /// <param name="view">What the client sees of an item.</param>
    /// <exception cref="AwsFault"><c>BadRequestException</c> (400): limit or position is not valid.</exception>
    public static Page<TView> Cut<T, TView>(
        this IEnumerable<T> items, RestCall call, Func<T, long> sequence, Func<T, TView> view)
    {
        var limit = Number(call, "limit", DefaultLimit);
        if (limit is < 1 or > MaxLimit)
        {
            throw ApiGatewayFaults.BadRequest($"Invalid limit specified: it must be from 1 to {MaxLimit}");
        }

        var position = Number(call, "position", 0);
        var found = items.Where(item => sequence(item) > position).Take((int)limit + 1).ToList();
        var rest = found.Count > limit;
        if (rest)
        {
            found.RemoveAt(found.Count - 1);
        }

        return new(
            [.. found.Select(view)],
            rest ? sequence(found[^1]).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static long Number(RestCall call, string name, long otherwise)
    {
        if (call.Query(name) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiGatewayFaults.BadRequest($"Invalid {name} specified: {text}");
    }
}
