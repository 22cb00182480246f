using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Where the value of a mapped header comes from.</summary>
/// <remarks>
/// <c>'literal'</c>, <c>context.requestId</c>, <c>stageVariables.x</c>, <c>method.request.header.Origin</c>,
/// <c>method.request.querystring.x</c>, <c>method.request.path.x</c>.
/// </remarks>
internal static class MappingExpression
{
    public static string? Evaluate(GatewayRequest request, string expression)
    {
        if (expression is ['\'', .. var literal, '\''])
        {
            return literal;
        }

        return expression.Split('.', 4) is ["method", "request", var place, var name]
            ? RequestValues.Find(request, place, name)
            : ContextVariables.Find(request, expression);
    }

    /// <exception cref="Wire.AwsFault"><c>NotImplemented</c> (501): the expression is of another form.</exception>
    public static void Require(string expression)
    {
        var known = expression is ['\'', .., '\'']
            || expression.StartsWith("context.", StringComparison.Ordinal)
            || expression.StartsWith("stageVariables.", StringComparison.Ordinal)
            || expression.Split('.', 4) is ["method", "request", "header" or "querystring" or "path", _];
        if (!known)
        {
            throw ApiGatewayFaults.NotEmulated($"mapping expression {expression}");
        }
    }

    /// <summary>Text of a literal.</summary>
    /// <exception cref="Wire.AwsFault"><c>NotImplemented</c> (501): the expression is no literal.</exception>
    public static string RequireLiteral(string expression) => expression is ['\'', .. var literal, '\'']
        ? literal
        : throw ApiGatewayFaults.NotEmulated($"integration response parameter {expression}");
}
