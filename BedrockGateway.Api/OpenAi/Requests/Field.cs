using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>A value in a request, which knows where it is: whatever is wrong with it is told by its path.</summary>
/// <remarks><c>null</c> counts as absent everywhere, as clients write it for what they do not set.</remarks>
internal sealed class Field
{
    private readonly Field? _parent;
    private readonly string _name = "";
    private readonly int _index = -1;

    public Field(JsonElement root) => Value = root;

    private Field(JsonElement value, Field parent, string name, int index) =>
        (Value, _parent, _name, _index) = (value, parent, name, index);

    public JsonElement Value { get; }

    public bool IsText => Value.ValueKind is JsonValueKind.String;

    public bool IsList => Value.ValueKind is JsonValueKind.Array;

    public bool IsObject => Value.ValueKind is JsonValueKind.Object;

    /// <summary>Such as <c>messages[0].content</c>.</summary>
    public string Path => this switch
    {
        { _parent: null } => "",
        { _index: >= 0 } => $"{_parent.Path}[{_index}]",
        { _parent._parent: null } => _name,
        _ => $"{_parent.Path}.{_name}",
    };

    /// <summary>A property, where it is set.</summary>
    /// <exception cref="RequestFault">400: this is no object.</exception>
    public Field? Find(string name)
    {
        if (!IsObject)
        {
            throw WrongType("an object");
        }

        return Value.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? new(value, this, name, index: -1)
            : null;
    }

    /// <exception cref="RequestFault">400: there is no such property.</exception>
    public Field Need(string name) => Find(name)
        ?? throw new Field(default, this, name, index: -1).Missing();

    /// <exception cref="RequestFault">400: this is no list.</exception>
    public IEnumerable<Field> Items() => IsList
        ? Value.EnumerateArray().Select((item, index) => new Field(item, this, "", index))
        : throw WrongType("an array");

    /// <exception cref="RequestFault">400: this is no text.</exception>
    public string Text() => IsText ? Value.GetString()! : throw WrongType("a string");

    /// <exception cref="RequestFault">400: this is neither true nor false.</exception>
    public bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongType("a boolean"),
    };

    /// <exception cref="RequestFault">400: this is no number in the range.</exception>
    public double Number(double least, double most)
    {
        if (Value.ValueKind is not JsonValueKind.Number)
        {
            throw WrongType("a number");
        }

        return Value.GetDouble() is var number && number >= least && number <= most
            ? number
            : throw Invalid($"expected a number between {least} and {most}");
    }

    /// <summary>A whole number, in whichever notation; one that is too large is the largest.</summary>
    /// <exception cref="RequestFault">400: this is no whole number, or a smaller one.</exception>
    public int Integer(int least)
    {
        if (Value.ValueKind is not JsonValueKind.Number)
        {
            throw WrongType("an integer");
        }

        var number = Value.GetDouble();
        if (number != Math.Floor(number) && !double.IsInfinity(number))
        {
            throw WrongType("an integer");
        }

        return number >= least
            ? (int)Math.Min(number, int.MaxValue)
            : throw Invalid($"expected an integer of at least {least}");
    }

    private RequestFault Missing() => new(StatusCodes.Status400BadRequest, $"Missing required parameter: '{Path}'.")
    {
        Code = "missing_required_parameter",
        Parameter = Path,
    };

    public RequestFault WrongType(string expected) => new(
        StatusCodes.Status400BadRequest,
        $"Invalid type for '{Path}': expected {expected}, but got {Kind} instead.")
    {
        Code = "invalid_type",
        Parameter = Path,
    };

    public RequestFault Invalid(string reason) => new(
        StatusCodes.Status400BadRequest, $"Invalid value for '{Path}': {reason}.")
    {
        Code = "invalid_value",
        Parameter = Path,
    };

    /// <summary>A value that OpenAI knows, and this gateway does not serve.</summary>
    public RequestFault Unsupported(string reason) => new(StatusCodes.Status400BadRequest, reason)
    {
        Code = "unsupported_value",
        Parameter = Path,
    };

    private string Kind => Value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    // It would print the prompt.
    public override string ToString() => Path;
}
