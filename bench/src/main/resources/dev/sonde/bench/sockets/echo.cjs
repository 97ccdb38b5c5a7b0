// The server of Socket.IO itself, sending each message back. Ends with standard input.
const { Server } = require("socket.io");

const io = new Server({ transports: ["websocket"], perMessageDeflate: false });
io.on("connection", (socket) => {
  socket.on("probe_signal", (message) => socket.emit("probe_signal", message));
});
io.listen(0);
console.log("port " + io.httpServer.address().port);
process.stdin.on("end", () => process.exit(0)).resume();
